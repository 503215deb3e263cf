namespace Burnin.WebFront.Pages.Jobs;

/// <summary>One time over a surface, as a row: how much was written and read back, in percent of the drive.</summary>
/// <param name="Name">What is written, or which pass it is.</param>
/// <param name="Written">Null: nothing of it yet, or nothing is written.</param>
/// <param name="Read">Null: nothing of it yet.</param>
/// <param name="Errors">Null: not counted by pass.</param>
/// <param name="Seconds">Null: not measured by pass.</param>
public sealed record PassLine(string Name, double? Written, double? Read, long? Errors = null, double? Seconds = null);
