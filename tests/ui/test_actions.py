from collections import Counter

from livermets_desktop.ui.actions import ACTIONS, MENUS, Actions


def test_no_key_does_two_things(qapp):
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_needs_alt_gr_and_no_letter_stands_alone():
    for spec in ACTIONS:
        for key in spec.keys:
            assert not {"Ctrl", "Alt"} <= set(key.split("+")), key
            assert key == "/" or len(key) > 1, key


def test_every_action_has_a_menu_and_every_menu_letter_is_free(qapp):
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    for menu in MENUS:
        for submenu in {spec.submenu for spec in ACTIONS if spec.menu == menu}:
            words = [spec.text for spec in ACTIONS if (spec.menu, spec.submenu) == (menu, submenu)]
            if not submenu:
                words += {spec.submenu for spec in ACTIONS if spec.menu == menu and spec.submenu}
            letters = [word[word.index("&") + 1].lower() for word in words]
            assert len(letters) == len(set(letters)), (menu, submenu, sorted(letters))


def test_every_action_of_the_list_is_made(qapp):
    actions = Actions()
    assert [action.objectName() for action in actions] == [spec.id for spec in ACTIONS]
