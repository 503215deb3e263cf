using System.Globalization;
using System.Text;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Silo.Explain;

/// <summary>A report for people: who the drive is, how it is, what stands out.</summary>
internal static class ExplainText
{
    public static string Of(string file, SmartReport report, VerdictPolicy policy, Verdict verdict)
    {
        var text = new StringBuilder();
        text.AppendLine(file);
        Line(text, "read as", ReadAs(report));
        if (SmartAvailability.WhyNone(report) is { } why)
        {
            Line(text, "no data", why);
        }

        AddDrive(text, report);
        AddSelfTests(text, report.SelfTests);
        foreach (var device in report.Scan)
        {
            Line(text, "device", $"{device.Name} -d {device.Type}");
        }

        if (report.Command is { } command)
        {
            Line(text, "command", command.IsStarted ? "a self-test was started" : command.IsAborted ? "a self-test was aborted"
                : command.IsRefusedBecauseRunning ? "refused: a self-test runs already" : "nothing was started");
        }

        foreach (var attribute in report.Attributes.Where(row => row.Note is not null && row.Decoded > 0))
        {
            Line(text, "decoded", string.Create(CultureInfo.InvariantCulture, $"{attribute.Id} {attribute.Name}: {attribute.RawText} is {attribute.Decoded} ({attribute.Note})"));
        }

        foreach (var doubt in report.Uncertain)
        {
            Line(text, "uncertain", doubt);
        }

        foreach (var message in report.Messages)
        {
            Line(text, "message", message);
        }

        Line(text, "verdict", $"{verdict.Kind.Word.Replace('_', ' ')} (by policy {policy.Id}, of this output alone)");
        foreach (var reason in verdict.Reasons)
        {
            Line(text, "", $"{reason.Severity.Word}: {reason.Text}{(reason.WhatNext is { } next ? $" {next}" : "")}");
        }

        return text.ToString();
    }

    private static string ReadAs(SmartReport report) => string.Join(", ", new[]
    {
        SmartWire.Word(report.Kind),
        report.SmartctlVersion is { } version ? $"smartctl {version}" : null,
        report.Format is SmartFormat.Json ? "JSON" : report.Format is SmartFormat.Text ? "text" : null,
        report.ExitStatus is { } status ? string.Create(CultureInfo.InvariantCulture, $"exit {status}") : null,
    }.OfType<string>());

    private static void AddDrive(StringBuilder text, SmartReport report)
    {
        var identity = report.Identity;
        if (identity.Model is not null || identity.Serial is not null)
        {
            Line(text, "drive", string.Join(", ", new[]
            {
                identity.Model,
                identity.Family,
                identity.Serial is { } serial ? $"serial {serial}" : null,
                identity.Firmware is { } firmware ? $"firmware {firmware}" : null,
                identity.CapacityBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:0.###} TB") : null,
                identity.RotationRpm switch { 0 => "solid state", { } rpm => string.Create(CultureInfo.InvariantCulture, $"{rpm} rpm"), null => null },
            }.OfType<string>()));
        }

        if (report.Kind is not SmartReportKind.Report)
        {
            return;
        }

        Line(text, "health", report.HealthPassed switch { true => "passed", false => $"FAILED {report.HealthText}".TrimEnd(), null => "not reported" });
        Number(text, "heat", report.Temperature.CurrentCelsius, "°C");
        Number(text, "age", report.PowerOnHours, "hours");
        Number(text, "farm age", report.Farm?.PowerOnHours, "hours");
        Number(text, "errors", report.AtaErrorCount, "in the error log");
        Number(text, "worn", report.Nvme?.PercentageUsed, "%");
    }

    private static void AddSelfTests(StringBuilder text, SelfTests tests)
    {
        if (tests.IsRunning == true)
        {
            Line(text, "self-test", $"{tests.RunningType ?? "one"} runs{(tests.RemainingPercent is { } left ? string.Create(CultureInfo.InvariantCulture, $", {left} % remaining") : "")}");
        }

        if (tests.Last is { } last)
        {
            Line(text, "last test", string.Create(CultureInfo.InvariantCulture, $"{last.Type}: {last.StatusText}{(last.Hours is { } hours ? $", at {hours} hours" : "")}"));
        }
    }

    private static void Number(StringBuilder text, string label, long? number, string unit)
    {
        if (number is { } known)
        {
            Line(text, label, string.Create(CultureInfo.InvariantCulture, $"{known} {unit}"));
        }
    }

    private static void Line(StringBuilder text, string label, string what) => text.Append("  ").Append(label.PadRight(10)).AppendLine(what);
}
