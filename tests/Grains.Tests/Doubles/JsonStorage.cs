using System.Collections.Concurrent;
using System.Text.Json;
using Burnin.Grains.Storage;
using Orleans.Storage;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Grain storage in memory that keeps JSON, as the real one does, counts writes and can be told to fail.</summary>
internal sealed class JsonStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = RecordJson.Configure(new JsonSerializerOptions());

    private readonly ConcurrentDictionary<(string State, string Grain), (string Json, int Version)> _rows = new();

    public Exception? FailWrites { get; set; }

    public int WritesRefused { get; private set; }

    public int WritesOf(string state, string grainKey) =>
        _rows.Where(row => row.Key.State == state && row.Key.Grain.EndsWith(grainKey, StringComparison.Ordinal)).Sum(row => row.Value.Version);

    public string? JsonOf(string state, string grainKey) =>
        _rows.Where(row => row.Key.State == state && row.Key.Grain.EndsWith(grainKey, StringComparison.Ordinal)).Select(row => row.Value.Json).SingleOrDefault();

    /// <summary>As another activation somewhere else would do it.</summary>
    public void WriteBehindBack(string state, string grainKey)
    {
        var key = _rows.Keys.Single(row => row.State == state && row.Grain.EndsWith(grainKey, StringComparison.Ordinal));
        _rows[key] = (_rows[key].Json, _rows[key].Version + 1);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue((stateName, grainId.ToString()), out var row))
        {
            grainState.State = JsonSerializer.Deserialize<T>(row.Json, Json)!;
            (grainState.RecordExists, grainState.ETag) = (true, row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            grainState.State = Activator.CreateInstance<T>();
            (grainState.RecordExists, grainState.ETag) = (false, null);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (FailWrites is { } failure)
        {
            WritesRefused++;
            throw failure;
        }

        var key = (stateName, grainId.ToString());
        var version = _rows.TryGetValue(key, out var row) ? row.Version : 0;
        var expected = grainState.ETag is { } tag ? int.Parse(tag, System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (version != expected)
        {
            throw new InconsistentStateException("Somebody else has written.", $"{version}", $"{expected}");
        }

        _rows[key] = (JsonSerializer.Serialize(grainState.State, Json), version + 1);
        (grainState.RecordExists, grainState.ETag) = (true, $"{version + 1}");
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove((stateName, grainId.ToString()), out _);
        grainState.State = Activator.CreateInstance<T>();
        (grainState.RecordExists, grainState.ETag) = (false, null);
        return Task.CompletedTask;
    }
}
