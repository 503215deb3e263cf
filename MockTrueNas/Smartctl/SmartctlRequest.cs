using System.Collections.Immutable;
using System.Globalization;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>A command line of smartctl, read as smartctl reads it.</summary>
internal sealed record SmartctlRequest
{
    /// <summary>Options that are taken with their value and change nothing here.</summary>
    private static readonly ImmutableArray<string> WithoutEffect = ["-d", "-q", "-r", "-T", "-b", "-F", "-v", "-P", "-B", "-o", "-S"];

    public ImmutableArray<string> Arguments { get; init; } = [];

    public ReportPart Parts { get; init; }

    public string? Device { get; init; }

    public bool IsVersion { get; init; }

    public bool IsScan { get; init; }

    public SelfTestKind? Test { get; init; }

    public bool IsForced { get; init; }

    public bool IsAbort { get; init; }

    public bool AsksForApm { get; init; }

    /// <summary>A level, or 0 for off; null where it is not to be set.</summary>
    public int? ApmLevel { get; init; }

    /// <summary>True: the drive is not to be woken.</summary>
    public bool LetsSleep { get; init; }

    /// <summary>How to exit where the drive sleeps.</summary>
    public int SleepExit { get; init; } = 2;

    /// <summary>The letters behind <c>--json=</c>; null for text.</summary>
    public string? Json { get; init; }

    /// <summary>What cannot be understood, in smartctl's words.</summary>
    public string? Fault { get; init; }

    public static SmartctlRequest Read(ImmutableArray<string> arguments)
    {
        var request = new SmartctlRequest { Arguments = arguments };

        for (var place = 0; place < arguments.Length && request.Fault is null; place++)
        {
            var argument = arguments[place];
            var value = place + 1 < arguments.Length ? arguments[place + 1] : "";
            var takesValue = argument is "-l" or "-t" or "-g" or "-s" or "-n" or "-f" || WithoutEffect.Contains(argument);
            request = takesValue ? request.WithOption(argument, value) : request.WithFlag(argument);
            place += takesValue ? 1 : 0;
        }

        return request;
    }

    private SmartctlRequest WithFlag(string argument) => argument switch
    {
        "-V" or "--version" => this with { IsVersion = true },
        "--scan" or "--scan-open" => this with { IsScan = true },
        "-i" or "--info" => With(ReportPart.Identity),
        "-H" or "--health" => With(ReportPart.Health),
        "-c" or "--capabilities" => With(ReportPart.Capabilities),
        "-A" or "--attributes" => With(ReportPart.Attributes),
        "-a" or "--all" => With(ReportPart.All),
        "-x" or "--xall" => With(ReportPart.Extended),
        "-X" or "--abort" => this with { IsAbort = true },
        "-j" or "--json" => this with { Json = "" },
        _ when argument.StartsWith("--json=", StringComparison.Ordinal) => this with { Json = argument["--json=".Length..] },
        _ when argument.StartsWith('-') => this with { Fault = $"UNRECOGNIZED OPTION: {argument.TrimStart('-')}" },
        _ => this with { Device = argument },
    };

    private SmartctlRequest WithOption(string argument, string value) => (argument, value) switch
    {
        ("-l", "selftest") => With(ReportPart.SelfTestLog),
        ("-l", _) when value.StartsWith("xselftest", StringComparison.Ordinal) => With(ReportPart.ExtendedSelfTestLog),
        ("-l", "error" or "xerror") => With(ReportPart.ErrorLog),
        ("-l", "devstat") => With(ReportPart.Statistics),
        ("-l", _) => this,
        ("-f", "brief") => With(ReportPart.Brief),
        ("-f", _) => this,
        ("-t", "short") => this with { Test = SelfTestKind.Short },
        ("-t", "long") => this with { Test = SelfTestKind.Long },
        ("-t", "conveyance") => this with { Test = SelfTestKind.Conveyance },
        ("-t", "offline") => this with { Test = SelfTestKind.Offline },
        ("-t", "force") => this with { IsForced = true },
        ("-g", "apm") => this with { AsksForApm = true },
        ("-g", _) => With(ReportPart.Settings),
        ("-s", "apm,off") => this with { ApmLevel = 0 },
        ("-s", _) when value.StartsWith("apm,", StringComparison.Ordinal) && int.TryParse(value[4..], CultureInfo.InvariantCulture, out var level) && level is > 0 and < 255 =>
            this with { ApmLevel = level },
        ("-s", "on" or "off") => this,
        ("-n", _) => Sleeping(value),
        _ when WithoutEffect.Contains(argument) => this,
        _ => this with { Fault = $"INVALID ARGUMENT TO {argument}: {value}" },
    };

    private SmartctlRequest Sleeping(string value)
    {
        var parts = value.Split(',');

        return parts[0] switch
        {
            "never" => this,
            "sleep" or "standby" or "idle" => this with { LetsSleep = true, SleepExit = parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var exit) ? exit : 2 },
            _ => this with { Fault = $"INVALID ARGUMENT TO -n: {value}" },
        };
    }

    private SmartctlRequest With(ReportPart part) => this with { Parts = Parts | part };
}
