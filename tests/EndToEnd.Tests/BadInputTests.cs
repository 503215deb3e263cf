using System.Net;
using Burnin.Rig;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Wrong input is answered with what to do, starts nothing by half, and is in the audit.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Every_wrong_wish_is_refused_and_leaves_a_row_in_the_audit()
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForLoopDisks) is null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        await using var disk = await LoopDisk.CreateAsync(64L << 20);
        await using var rig = await RealDiskRig.StartAsync();
        var api = rig.Api;

        // NAS boxes that cannot be reached as they should be.
        using var stranger = await StrangerAsync();
        await RefusedAsync(api, "/api/v1/nas", rig.NasSettings("wrongkey", privateKey: stranger.PrivateKey), HttpStatusCode.BadGateway, "authentication_failed");
        await RefusedAsync(api, "/api/v1/nas", rig.NasSettings("wronghost", hostKey: "SHA256:" + new string('A', 43)), HttpStatusCode.BadGateway, "host_key_changed");
        await RefusedAsync(api, "/api/v1/nas", rig.NasSettings("closed", port: 1), HttpStatusCode.BadGateway, "unreachable");
        await RefusedAsync(api, "/api/v1/nas", new { name = "x", kind = "toaster" }, HttpStatusCode.UnprocessableEntity, null);
        Assert.Equal(0, (await api.GetAsync("/api/v1/nas")).GetProperty("nas").GetArrayLength());

        await api.AddNasAsync(rig.NasSettings("bench"));
        var drive = (await api.DriveAtAsync(disk.DevicePath))!.Value;
        object Start(object id, string serial) => new { drive_ids = new[] { id }, @operator = "e2e", profile = "surface", confirm_serial = serial };

        await RefusedAsync(api, "/api/v1/burnin/start", Start("NOSUCH", "x"), HttpStatusCode.NotFound, "unknown_drive");
        await RefusedAsync(api, "/api/v1/burnin/start", Start(drive.Text("id"), "x"), HttpStatusCode.UnprocessableEntity, "serial_mismatch");
        await RefusedAsync(api, "/api/v1/burnin/start", new { drive_ids = Array.Empty<string>(), @operator = "e2e" }, HttpStatusCode.UnprocessableEntity, null);
        await RefusedAsync(api, "/api/v1/burnin/NOSUCH/cancel", new { @operator = "e2e" }, HttpStatusCode.NotFound, null);

        // The host key changes under a NAS that is known: from now on nothing is done there.
        await rig.Host.RotateHostKeyAsync(TestContext.Current.CancellationToken);
        await RefusedAsync(api, "/api/v1/burnin/start", Start(drive.Text("id"), drive.Text("serial")), HttpStatusCode.BadGateway, "host_key_changed");

        Assert.Equal(0, (await api.GetAsync("/api/v1/burnin")).GetProperty("jobs").GetArrayLength());
        Assert.True(disk.Content.ContainsOnly(0));
        Assert.Equal(9, RefusedInAudit(rig.Burnin.DataDirectory));
    }

    [Fact]
    public async Task A_drive_that_is_busy_or_mounted_is_refused()
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForFaultyDisks) is null, Prerequisites.Missing(Prerequisites.ForFaultyDisks) ?? "");
        await using var slow = await FaultyDisk.CreateAsync(256L << 20, "rate 20M");
        await using var formatted = await LoopDisk.CreateAsync(64L << 20);
        await FormatAsync(formatted.DevicePath);
        var content = formatted.Content.Fingerprint();
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        var busy = (await rig.Api.DriveAtAsync(slow.DevicePath))!.Value;
        var job = await rig.Api.StartAsync(busy, "surface_validate");
        object Start(string id, string serial) => new { drive_ids = new[] { id }, @operator = "e2e", profile = "surface", confirm_serial = serial };

        await RefusedAsync(rig.Api, "/api/v1/burnin/start", Start(busy.Text("id"), busy.Text("serial")), HttpStatusCode.Conflict, "busy");
        var used = (await rig.Api.DriveAtAsync(formatted.DevicePath))!.Value;
        await RefusedAsync(rig.Api, "/api/v1/burnin/start", Start(used.Text("id"), used.Text("serial")), HttpStatusCode.Conflict, null);

        Assert.Equal(content, formatted.Content.Fingerprint());
        await rig.Api.PostAsync($"/api/v1/burnin/{job}/cancel", new { @operator = "e2e" });
    }

    private static async Task RefusedAsync(Api api, string path, object body, HttpStatusCode status, string? code)
    {
        var (actual, problem) = await api.PostAsync(path, body);

        Assert.True(actual == status, $"POST {path}: {actual}, not {status}: {problem}");
        Assert.False(string.IsNullOrWhiteSpace(problem.Text("detail")));
        Assert.False(string.IsNullOrWhiteSpace(problem.Text("trace_id")));
        if (code is not null)
        {
            Assert.Equal(code, problem.Text("code"));
        }
    }

    private static long RefusedInAudit(string dataDirectory)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "burnin.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit_event WHERE outcome = 'refused'";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task<Stranger> StrangerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("burnin-stranger-").FullName;
        var keys = await SshKeys.MakeAsync(folder, "stranger", "ed25519", null, TestContext.Current.CancellationToken);
        return new Stranger(folder, keys.PrivateKey);
    }

    private static async Task FormatAsync(string device)
    {
        using var mkfs = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("mkfs.ext4", ["-q", device]))!;
        await mkfs.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, mkfs.ExitCode);
    }

    /// <summary>A key that no host knows.</summary>
    private sealed class Stranger(string folder, string privateKey) : IDisposable
    {
        public string PrivateKey { get; } = privateKey;

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
