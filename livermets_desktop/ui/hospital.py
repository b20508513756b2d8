"""What the hospital wants readers to see, from the administrator's file: name, numbers, a line."""

from PySide6.QtCore import QCoreApplication

from livermets_desktop.admin import Admin
from livermets_desktop.ui.wording import escaped

translate = QCoreApplication.translate


def hospital_title(admin: Admin) -> str:
    """Return the name to stand above, "" if the hospital says nothing."""
    says = admin.hospital or admin.telephones or admin.local_protocol
    return (admin.hospital or translate("Hospital", "Your hospital")) if says else ""


def hospital_note() -> str:
    """Say who answers for it."""
    return translate("Hospital", "From your hospital, not from this library.")


def hospital_html(admin: Admin) -> str:
    """Return the same as a call-out of an article, "" if there is nothing to say."""
    title = hospital_title(admin)
    if not title:
        return ""
    numbers = ((escaped(label), escaped(call)) for label, call in admin.telephones)
    lines = [f"{label}: <strong>{call}</strong>" for label, call in numbers]
    lines += [escaped(admin.local_protocol)] if admin.local_protocol else []
    # Short words alone would leave the icon a wide column.
    return (
        '<table class="callout note" width="100%"><tr><td class="icon" width="1">'
        '<img src="icon:note" width="20" height="20"></td><td class="text" width="100%">'
        f'<p class="callout-title">{escaped(title)}</p>'
        f"<p>{'<br>'.join([*lines, hospital_note()])}</p></td></tr></table>"
    )
