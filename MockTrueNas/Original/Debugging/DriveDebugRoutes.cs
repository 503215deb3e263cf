using Burnin.MockTrueNas.Original.Fleet;
using Microsoft.AspNetCore.Http.HttpResults;
using Changed = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Burnin.MockTrueNas.Original.Debugging.DebugState>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound<string>>;

namespace Burnin.MockTrueNas.Original.Debugging;

/// <summary>What hands and reboots do to one drive.</summary>
internal static class DriveDebugRoutes
{
    public static void MapDriveDebug(this IEndpointRouteBuilder routes)
    {
        var drive = routes.MapGroup("/drives/{name}");

        drive.MapPost("/remove", Remove);
        drive.MapPost("/insert", Insert);
        drive.MapPost("/rename", Rename);
        drive.MapPost("/temperature", PinTemperature);
        drive.MapPost("/health", SetHealth);
    }

    /// <summary>A test under way dies with the power.</summary>
    private static Changed Remove(string name, PretendNas nas, MockNasOptions options) =>
        Change(name, nas, options, (state, drive, now) => state
            .With(drive with { IsInserted = false })
            .WithJobs(job => job.WithoutDrive(drive.Serial, now)));

    private static Changed Insert(string name, PretendNas nas, MockNasOptions options) =>
        Change(name, nas, options, (state, drive, _) => state.With(drive with { IsInserted = true }));

    private static Results<Changed, UnprocessableEntity<string>> Rename(
        string name, NewName body, PretendNas nas, MockNasOptions options) =>
        string.IsNullOrWhiteSpace(body.Name)
            ? TypedResults.UnprocessableEntity("A drive needs a name.")
            : Change(name, nas, options, (state, drive, _) => state.Renamed(drive, body.Name));

    private static Changed PinTemperature(string name, Temperature body, PretendNas nas, MockNasOptions options) =>
        Change(name, nas, options, (state, drive, _) => state.With(drive with { PinnedCelsius = body.Celsius }));

    private static Changed SetHealth(string name, Health body, PretendNas nas, MockNasOptions options) =>
        Change(name, nas, options, (state, drive, _) => state.With(drive with { IsHealthy = body.Healthy }));

    private static Changed Change(
        string name, PretendNas nas, MockNasOptions options, Func<NasState, Drive, DateTimeOffset, NasState> change) =>
        nas.TryChangeDrive(name, change)
            ? TypedResults.Ok(DebugState.Of(nas.Look(), options))
            : TypedResults.NotFound($"There is no drive {name}.");

    internal sealed record NewName(string? Name);

    /// <summary>Null lets the drive find its own temperature again.</summary>
    internal sealed record Temperature(int? Celsius);

    internal sealed record Health(bool Healthy);
}
