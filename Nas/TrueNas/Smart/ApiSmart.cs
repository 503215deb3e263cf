using System.Text.Json;
using Burnin.Domain.Drives;
using Burnin.Domain.Smart;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>
/// SMART data by the API, up to 25.04, for where there is no SSH: the attribute table of ATA drives as smartctl words it, and
/// nothing of others. The drive's own assessment is told by no call.
/// </summary>
internal static class ApiSmart
{
    private const string Method = "disk.smart_attributes";

    public static async Task<SmartSnapshot> ReadAsync(TrueNasSession session, DriveFacts drive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!session.Release.HasSmart)
        {
            return Unavailable(drive, now, $"SMART left the API with 25.10, and this is {session.Release.Product}. Set up SSH.");
        }

        var answer = await session.TryAsync(TrueNasCall.Read(Method, new TrueNasArgument("name", drive.DeviceName)) with { IsSlow = true }, cancellationToken);
        if (answer is not TrueNasAnswer.Result { Value: { ValueKind: JsonValueKind.Array } table })
        {
            return Unavailable(drive, now, $"The API tells SMART data of ATA drives only, and none of {drive.DeviceName}: {answer.WhyNot ?? "it answered with no table"}. SSH reads all.");
        }

        var read = SmartSnapshot.Of(TextOf(drive, table), null, now);
        return read with { TemperatureCelsius = read.TemperatureCelsius ?? drive.TemperatureCelsius };
    }

    private static SmartSnapshot Unavailable(DriveFacts drive, DateTimeOffset now, string why) =>
        new() { TakenAt = now, Unavailable = why, TemperatureCelsius = drive.TemperatureCelsius };

    /// <summary>In the form that smartctl has, whose reader knows the habits of vendors by the model; and with who told it.</summary>
    private static string TextOf(DriveFacts drive, JsonElement table) => JsonSerializer.Serialize(new
    {
        told_by = Method,
        device = new { name = drive.DeviceName, protocol = "ATA" },
        model_name = drive.Model,
        serial_number = drive.Serial,
        ata_smart_attributes = new { table },
    });
}
