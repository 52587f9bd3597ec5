"""Manual pages from `gongkai --experimental-dump-help`: one of the program, one of each command."""

import json
import re
import subprocess

SECTION = 1


def described(program):
    """The program's commands as it describes them itself."""
    text = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    return json.loads(text)["command"]


def pages(program, version):
    """File names and texts of all manual pages."""
    root = described(program)
    commands = [command for command in root["subcommands"] if command["shouldDisplay"] and command["commandName"] != "help"]
    name = root["commandName"]
    result = {f"{name}.{SECTION}": overview(root, commands, version)}
    for command in commands:
        result[f"{name}-{command['commandName']}.{SECTION}"] = page(name, command, version)
    return result


def escaped(text):
    """`text` as troff prints it."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.M)


def paragraphs(text):
    return "\n.PP\n".join(escaped(part.strip()) for part in text.split("\n\n") if part.strip())


def head(title, version):
    return f'.TH "{escaped(title).upper()}" {SECTION} "" "gongkai {version}" "User Commands"\n.ad l\n.nh\n'


def spelling(name):
    return f"-{name['name']}" if name["kind"] == "short" else f"--{name['name']}"


def option(argument):
    """`-o, --output folder`, its parts in the faces of a manual."""
    if argument["kind"] == "positional":
        return rf"\fI{escaped(argument['valueName'])}\fR"
    names = sorted(argument["names"], key=lambda name: name["kind"] != "short")
    text = ", ".join(rf"\fB{escaped(spelling(name))}\fR" for name in names)
    return text + (rf" \fI{escaped(argument['valueName'])}\fR" if argument["kind"] == "option" else "")


def synopsis(name, command):
    parts = [rf"\fB{escaped(name)} {escaped(command['commandName'])}\fR", "[options]"]
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional" and argument["shouldDisplay"]:
            text = option(argument) + ("..." if argument["isRepeating"] else "")
            parts.append(f"[{text}]" if argument["isOptional"] else text)
    return " ".join(parts)


def page(name, command, version):
    title = f"{name}-{command['commandName']}"
    text = head(title, version)
    text += f".SH NAME\n{escaped(title)} \\- {escaped(command.get('abstract', '').rstrip('.'))}\n"
    text += f".SH SYNOPSIS\n{synopsis(name, command)}\n"
    if command.get("discussion"):
        text += f".SH DESCRIPTION\n{paragraphs(command['discussion'])}\n"
    sections = {}
    for argument in command.get("arguments", []):
        if argument["shouldDisplay"]:
            sections.setdefault(argument.get("sectionTitle", ""), []).append(argument)
    text += ".SH OPTIONS\n"
    for section, arguments in sections.items():
        if section:
            text += f".SS {escaped(section)}\n"
        for argument in arguments:
            default = argument.get("defaultValue")
            said = argument.get("abstract", "") + (f" (default: {default})" if default else "")
            text += f".TP\n{option(argument)}\n{escaped(said)}\n"
    return text + f".SH SEE ALSO\n\\fB{escaped(name)}\\fR(1)\n"


def overview(root, commands, version):
    name = root["commandName"]
    text = head(name, version)
    text += f".SH NAME\n{escaped(name)} \\- {escaped(root.get('abstract', '').rstrip('.'))}\n"
    text += rf".SH SYNOPSIS" + "\n" + rf"\fB{escaped(name)}\fR \fIcommand\fR [options]" + "\n"
    if root.get("discussion"):
        text += f".SH DESCRIPTION\n{paragraphs(root['discussion'])}\n"
    text += ".SH COMMANDS\n"
    for command in commands:
        text += f".TP\n\\fB{escaped(command['commandName'])}\\fR\n{escaped(command.get('abstract', ''))}\n"
    others = ", ".join(rf"\fB{escaped(name)}\-{escaped(c['commandName'])}\fR(1)" for c in commands)
    return text + f".SH SEE ALSO\n{others}, \\fBpdftotext\\fR(1)\n"
