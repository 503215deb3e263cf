using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>
/// smartctl on the shell of a box: one call, with what it prints and how it exits. As the real one it speaks text, JSON, or JSON
/// that holds the text; and its exit status is a bit mask that speaks of the call and of the drive.
/// </summary>
internal static class SmartctlProgramme
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Pretty = new(Compact) { WriteIndented = true };

    public static (int Exit, string Output) Run(Box box, ImmutableArray<string> arguments) =>
        box.Change(moment =>
        {
            var request = SmartctlRequest.Read(arguments);
            var (answer, report) = Answer(request, moment);
            var state = answer.Changed is { } changed ? moment.State.With(changed) : moment.State;

            return (state, (answer.Exit, Printed(request, answer, report, moment)));
        });

    private static (SmartctlAnswer Answer, JsonObject Report) Answer(SmartctlRequest request, BoxMoment moment)
    {
        if (request.Fault is { } fault)
        {
            return (new SmartctlAnswer(SmartctlAnswer.CommandLine, $"=======> {fault}\n\nUse smartctl -h to get a usage summary\n\n"), Error(fault));
        }

        if (request.IsVersion)
        {
            return (new SmartctlAnswer(0, "smartctl comes with ABSOLUTELY NO WARRANTY. This is free\nsoftware, and you are welcome to redistribute it.\n"), []);
        }

        if (request.IsScan)
        {
            return Scan(moment);
        }

        if (request.Device is null)
        {
            return (new SmartctlAnswer(SmartctlAnswer.CommandLine, "ERROR: smartctl requires a device name as the final command-line argument.\n"), Error("smartctl requires a device name"));
        }

        return Find(request.Device, moment) is { } drive
            ? OfDrive(request, drive, moment)
            : (new SmartctlAnswer(SmartctlAnswer.OpenFailed, $"Smartctl open device: {request.Device} failed: No such device\n"), Error($"Smartctl open device: {request.Device} failed: No such device"));
    }

    private static (SmartctlAnswer Answer, JsonObject Report) OfDrive(SmartctlRequest request, Drive drive, BoxMoment moment)
    {
        if (request.LetsSleep && drive.IsAsleep)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"Device is in STANDBY mode, exit({request.SleepExit})");

            return (new SmartctlAnswer(request.SleepExit, $"{words}\n"), Error(words, "information"));
        }

        if (drive.Case is DriveCase.UnknownRotation)
        {
            return (new SmartctlAnswer(SmartctlAnswer.CommandLine, "/dev/x: Unknown USB bridge [0x058f:0x6366 (0x100)]\nPlease specify device type with the -d option.\n"), Error("Unknown USB bridge [0x058f:0x6366 (0x100)]"));
        }

        if (request.AsksForApm || request.ApmLevel is not null)
        {
            return (ApmCommand.Run(request, drive), Device(request, drive));
        }

        if (request.IsAbort)
        {
            return (TestCommand.Abort(drive, moment), Device(request, drive));
        }

        if (request.Test is { } kind)
        {
            return (TestCommand.Start(drive, kind, moment, request.IsForced), Device(request, drive));
        }

        var report = Device(request, drive);
        var text = new System.Text.StringBuilder();
        var exit = drive.Model.Protocol switch
        {
            DriveProtocol.Ata => AtaReport.Write(drive, moment, request.Parts, text, report),
            DriveProtocol.Sas => SasReport.Write(drive, moment, request.Parts, text, report),
            DriveProtocol.Nvme => NvmeReport.Write(drive, moment, request.Parts, text, report),
        };

        return (new SmartctlAnswer(exit, text.ToString()), report);
    }

    /// <summary>By the node of the disk; NVMe by that of its controller as well, which on FreeBSD is the only one.</summary>
    private static Drive? Find(string device, BoxMoment moment)
    {
        var name = device.Replace("/dev/", "", StringComparison.Ordinal);

        return moment.Present.FirstOrDefault(drive => drive.Model.Protocol is DriveProtocol.Nvme
            ? name == DeviceNames.Controller(drive.Name) || (name == drive.Name && !moment.Product.IsCore)
            : name == drive.Name);
    }

    private static (SmartctlAnswer Answer, JsonObject Report) Scan(BoxMoment moment)
    {
        var devices = moment.Present.OrderBy(drive => DeviceOrder.KeyOf(drive.Name)).Select(drive => (Node: $"/dev/{(drive.Model.Protocol is DriveProtocol.Nvme ? DeviceNames.Controller(drive.Name) : drive.Name)}", Type: TypeOf(drive))).ToList();

        return (
            new SmartctlAnswer(0, string.Concat(devices.Select(device => $"{device.Node} -d {device.Type} # {device.Node}, {(device.Type == "nvme" ? "NVMe" : "SCSI")} device\n"))),
            new JsonObject { ["devices"] = new JsonArray([.. devices.Select(device => new JsonObject { ["name"] = device.Node, ["info_name"] = device.Node, ["type"] = device.Type, ["protocol"] = device.Type == "nvme" ? "NVMe" : "SCSI" })]) });
    }

    private static string TypeOf(Drive drive) => drive.Model.Protocol switch
    {
        DriveProtocol.Ata => "sat",
        DriveProtocol.Sas => "scsi",
        DriveProtocol.Nvme => "nvme",
    };

    private static JsonObject Device(SmartctlRequest request, Drive drive) => new()
    {
        ["device"] = new JsonObject
        {
            ["name"] = request.Device,
            ["info_name"] = drive.Model.Protocol is DriveProtocol.Ata ? $"{request.Device} [SAT]" : request.Device,
            ["type"] = TypeOf(drive),
            ["protocol"] = drive.Model.Protocol switch
            {
                DriveProtocol.Ata => "ATA",
                DriveProtocol.Sas => "SCSI",
                DriveProtocol.Nvme => "NVMe",
            },
        },
    };

    private static JsonObject Error(string words, string severity = "error") =>
        new() { ["messages"] = new JsonArray(new JsonObject { ["string"] = words, ["severity"] = severity }) };

    private static string Printed(SmartctlRequest request, SmartctlAnswer answer, JsonObject report, BoxMoment moment)
    {
        // The version has no empty line below it.
        var text = request.IsVersion ? $"{SmartctlBanner.Text(moment.Product).TrimEnd('\n')}\n\n{answer.Text}" : SmartctlBanner.Text(moment.Product) + answer.Text;

        if (request.Json is not { } letters)
        {
            return text;
        }

        var programme = new JsonObject
        {
            ["version"] = new JsonArray([.. moment.Product.Smartctl.Split('.').Select(part => (JsonNode)int.Parse(part, CultureInfo.InvariantCulture))]),
            ["platform_info"] = SmartctlBanner.Platform(moment.Product),
            ["build_info"] = "(local build)",
            ["argv"] = new JsonArray([.. request.Arguments.Prepend("smartctl").Select(argument => (JsonNode)argument)]),
        };

        if (letters.Contains('o', StringComparison.Ordinal))
        {
            programme["output"] = new JsonArray([.. text.TrimEnd('\n').Split('\n').Select(line => (JsonNode)line)]);
        }

        if (report.Remove("messages", out var messages))
        {
            programme["messages"] = messages;
        }

        programme["exit_status"] = answer.Exit;
        var whole = new JsonObject
        {
            ["json_format_version"] = new JsonArray(1, 0),
            ["smartctl"] = programme,
            ["local_time"] = new JsonObject { ["time_t"] = moment.Now.ToUnixTimeSeconds(), ["asctime"] = $"{TestCommand.Clock(moment.Now)} UTC" },
        };

        foreach (var (name, value) in report.ToList())
        {
            report.Remove(name);
            whole[name] = value;
        }

        return $"{whole.ToJsonString(letters.Contains('c', StringComparison.Ordinal) ? Compact : Pretty)}\n";
    }
}
