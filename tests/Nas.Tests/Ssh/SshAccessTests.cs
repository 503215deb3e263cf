using Burnin.Domain.Nases;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

/// <summary>Who may in, and whether the host is the host.</summary>
public sealed class SshAccessTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("burnin-test-keys-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_key_with_a_passphrase_logs_in()
    {
        await using var bed = await SshTestBed.StartAsync();
        var key = bed.Server.EncryptedClientKey;

        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = key.PrivateKey, Passphrase = key.Passphrase });

        Assert.Equal(0, (await shell.RunAsync("true", Cancelled)).ExitCode);
    }

    [Theory]
    [InlineData("rsa -b 3072", null)]
    [InlineData("rsa -b 3072 -m PEM", null)]
    [InlineData("rsa -b 3072 -m PKCS8", "secret")]
    [InlineData("ecdsa -b 384", null)]
    [InlineData("ecdsa -b 256 -m PEM", "secret")]
    public async Task Keys_of_every_usual_kind_log_in(string type, string? passphrase)
    {
        await using var bed = await SshTestBed.StartAsync();
        var key = await SshKeys.MakeAsync(_directory.FullName, "key", type, passphrase, Cancelled);
        await bed.Server.AuthorizeAsync(key, Cancelled);

        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = key.PrivateKey, Passphrase = key.Passphrase });

        Assert.Equal(0, (await shell.RunAsync("true", Cancelled)).ExitCode);
    }

    [Fact]
    public async Task A_key_that_lost_its_line_ends_logs_in()
    {
        await using var bed = await SshTestBed.StartAsync();
        var key = bed.Server.ClientKey.PrivateKey;

        foreach (var mangled in (string[])[key.ReplaceLineEndings("\r\n"), key.Trim().Replace("\n", "\\n", StringComparison.Ordinal), $"\n  {key}"])
        {
            var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = mangled });
            Assert.Equal(0, (await shell.RunAsync("true", Cancelled)).ExitCode);
        }
    }

    [Fact]
    public async Task A_key_that_the_host_does_not_know_fails_at_once_and_is_not_tried_again_soon()
    {
        await using var bed = await SshTestBed.StartAsync();
        var stranger = await SshKeys.MakeAsync(_directory.FullName, "stranger", "ed25519", null, Cancelled);
        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = stranger.PrivateKey });

        var first = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));
        await bed.Server.AuthorizeAsync(stranger, Cancelled);
        var second = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.AuthenticationFailed, first.Fault);
        Assert.Contains("refuses root", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public async Task A_refusal_is_forgotten_after_a_while()
    {
        await using var bed = await SshTestBed.StartAsync();
        var stranger = await SshKeys.MakeAsync(_directory.FullName, "stranger", "ed25519", null, Cancelled);
        var shell = bed.ShellTo(
            bed.Endpoint with { PrivateKey = stranger.PrivateKey }, SshTestBed.Quick with { RefusalMemory = TimeSpan.Zero });
        await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        await bed.Server.AuthorizeAsync(stranger, Cancelled);

        Assert.Equal(0, (await shell.RunAsync("true", Cancelled)).ExitCode);
    }

    [Theory]
    [InlineData("wrong horse", "its passphrase is wrong")]
    [InlineData(null, "is encrypted. Enter its passphrase")]
    public async Task A_wrong_or_missing_passphrase_is_told(string? passphrase, string expected)
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = bed.Server.EncryptedClientKey.PrivateKey, Passphrase = passphrase });

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a key", "Paste the whole file")]
    [InlineData("-----BEGIN " + "OPENSSH PRIVATE KEY-----\nabcd\n-----END OPENSSH PRIVATE KEY-----", "Paste the whole file")]
    [InlineData(null, "neither a password nor a private key")]
    public async Task What_is_no_key_is_told(string? text, string expected)
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = text });

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_the_host_does_not_take_is_refused()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { PrivateKey = null, Password = "guess" });

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    public async Task The_pinned_host_key_is_accepted_with_and_without_padding(string padding)
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { HostKey = bed.Server.HostKeyFingerprint + padding });

        Assert.Equal(0, (await shell.RunAsync("true", Cancelled)).ExitCode);
        Assert.Equal(bed.Server.HostKeyFingerprint, shell.HostKey);
    }

    [Fact]
    public async Task Another_host_key_than_the_pinned_one_is_never_talked_to()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { HostKey = "SHA256:def" });

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.HostKeyChanged, failure.Fault);
        Assert.Equal(
            $"The host at 127.0.0.1:{bed.Server.Port} shows key {bed.Server.HostKeyFingerprint}, pinned is SHA256:def. If the machine was reinstalled, remove the pinned key and save; if not, do not connect.",
            failure.Message);
    }

    [Fact]
    public async Task Without_a_pin_the_first_key_is_shown_and_then_insisted_on()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { HostKey = null });
        await shell.RunAsync("true", Cancelled);
        var first = bed.Server.HostKeyFingerprint;
        Assert.Equal(first, shell.HostKey);

        await bed.Server.RotateHostKeyAsync(Cancelled);

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));
        Assert.Equal(NasFault.HostKeyChanged, failure.Fault);
        Assert.Contains($"pinned is {first}", failure.Message, StringComparison.Ordinal);
    }
}
