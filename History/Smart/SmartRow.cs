using System.Text.Json;
using Burnin.History.Sqlite;

namespace Burnin.History.Smart;

/// <summary>A row of burnin_smart.</summary>
internal sealed class SmartRow
{
    public const string Columns = """
        id AS Id, taken_at AS TakenAt, nas AS Nas, job_id AS JobId, stage AS Stage, name AS Name, serial AS Serial, model AS Model, facts AS Facts
        """;

    public required long Id { get; init; }

    public required string TakenAt { get; init; }

    public required string Nas { get; init; }

    public required string JobId { get; init; }

    public required long Stage { get; init; }

    public required string Name { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required string Facts { get; init; }

    public SmartRecord ToRecord() => new()
    {
        Id = Id,
        TakenAt = UtcText.Parse(TakenAt),
        Nas = Nas,
        JobId = JobId,
        Stage = Stage,
        Name = Name,
        Serial = Serial,
        Model = Model,
        Facts = JsonElement.Parse(Facts),
    };
}
