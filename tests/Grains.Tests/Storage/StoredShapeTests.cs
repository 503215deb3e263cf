using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Storage;

/// <summary>What is stored is a contract with every later version: a change of it shows here, as a diff to be read.</summary>
public sealed class StoredShapeTests : GrainCluster
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task The_records_keep_their_shape()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        await Nas.PassAsync(await RunAsync(job, StageName.SurfaceValidate));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        await EventuallyAsync("the governor is told", async () => (await Grains.Governor(NasName).GetAsync()).Holders.IsEmpty);

        var stored = string.Join('\n', new[] { ("nas", NasName), ("drive", "S1"), ("job", job), ("governor", NasName), ("fleet", "burnin") }
            .Select(grain => $"{grain.Item1}: {Shape(Storage.JsonOf(grain.Item1, grain.Item2)!)}"));

        Snapshot.Matches(stored, "Stored");
    }

    /// <summary>Names and kinds of values, since times and ids differ from run to run.</summary>
    private static string Shape(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(ShapeOf(document.RootElement), Indented);
    }

    private static object? ShapeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(field => field.Name, field => ShapeOf(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().Take(1).Select(ShapeOf).ToArray(),
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
