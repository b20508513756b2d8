#Requires -RunAsAdministrator
#Requires -PSEdition Desktop
# Blocks the keys that lead out of a public screen, for every account that is no administrator,
# and keeps Sticky Keys and their kin off. Needs the Windows feature Client-KeyboardFilter.
# Not tried on Windows by us. Restart the PC afterwards.

$ErrorActionPreference = "Stop"
$Place = @{ Namespace = "root\standardcimv2\embedded" }

$Blocked = @(
    # Application and window
    "Alt+F4", "Ctrl+F4", "Alt+Space", "Alt+Tab", "Ctrl+Tab", "Ctrl+Esc", "Win+F1",
    # System
    "Ctrl+Alt+Del", "Shift+Ctrl+Esc", "Win+L", "Windows", "Application",
    # Accessibility
    "LShift+LAlt+PrintScrn", "LShift+LAlt+NumLock", "Win+U",
    # Windows key with another
    "Ctrl+Win+F", "Win+Break", "Win+E", "Win+F", "Win+P", "Win+R", "Win+Tab", "Win+D", "Win+M",
    "Win+Home", "Win+T", "Win+B", "Win+-", "Win++", "Win+Esc", "Win+Up", "Win+Down", "Win+Left",
    "Win+Right", "Win+Shift+Up", "Win+Shift+Down", "Win+Shift+Left", "Win+Shift+Right",
    "Win+Space", "Win+O", "Win+PageUp", "Win+PageDown", "Win+.", "Win+C", "Win+I", "Win+K",
    "Win+H", "Win+Q", "Win+W", "Win+Z", "Win+/", "Win+J", "Win+,", "Win+V",
    # Keys that start programs
    "LaunchMail", "LaunchMediaSelect", "LaunchApp1", "LaunchApp2",
    "BrowserBack", "BrowserForward", "BrowserRefresh", "BrowserStop", "BrowserSearch",
    "BrowserFavorites", "BrowserHome"
)

# ForceOffAccessibility: Shift five times does not open Sticky Keys.
$Settings = @{
    "DisableKeyboardFilterForAdministrators" = "true"
    "ForceOffAccessibility" = "true"
}

$Keys = Get-WmiObject -Class WEKF_PredefinedKey @Place
foreach ($Name in $Blocked) {
    $Key = $Keys | Where-Object { $_.Id -eq $Name }
    if (-not $Key) {
        Write-Warning "This Windows has no key combination $Name."
        continue
    }
    $Key.Enabled = 1
    $Key.Put() | Out-Null
}

foreach ($Name in $Settings.Keys) {
    $Setting = Get-WmiObject -Class WEKF_Settings @Place | Where-Object { $_.Name -eq $Name }
    $Setting.Value = $Settings[$Name]
    $Setting.Put() | Out-Null
}

# "Allow edge swipe" of Windows Components > Edge UI.
$EdgeUI = "HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI"
New-Item -Path $EdgeUI -Force | Out-Null
Set-ItemProperty -Path $EdgeUI -Name "AllowEdgeSwipe" -Type DWord -Value 0

Write-Output "Done: restart the PC."
