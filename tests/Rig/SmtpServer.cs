using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Burnin.Rig;

/// <summary>
/// A real SMTP server of the test's own (aiosmtpd, from Debian) on a free loopback port, with a certificate that nobody knows.
/// What it accepted lies in a directory; its moods are listed at the head of smtpserver.py.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>Debian's own: another one on the path does not know what Debian installs.</summary>
    private const string Python = "/usr/bin/python3";

    internal const string Program = "/usr/lib/python3/dist-packages/aiosmtpd";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("burnin-smtp-");
    private readonly string _mode;
    private readonly (string Name, string Password)? _user;
    private Process? _process;

    private SmtpServer(string mode, (string Name, string Password)? user)
    {
        _mode = mode;
        _user = user;
    }

    public string Host { get; } = "127.0.0.1";

    public int Port { get; private set; }

    /// <summary>With <c>plain, starttls</c> or <c>tls</c>, and for one user only, or for everybody.</summary>
    public static async Task<SmtpServer> StartAsync(string mode, (string Name, string Password)? user = null, CancellationToken cancellationToken = default)
    {
        var server = new SmtpServer(mode, user);
        try
        {
            await server.WriteCertificateAsync(cancellationToken);
            await File.WriteAllTextAsync(server.PathOf("smtpserver.py"), await ProgramAsync(cancellationToken), cancellationToken);
            await server.ListenAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What it accepted, oldest first, as it came over the wire, with the envelope in front.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(CancellationToken cancellationToken = default)
    {
        var files = _directory.GetFiles("*.eml").OrderBy(file => int.Parse(Path.GetFileNameWithoutExtension(file.Name), CultureInfo.InvariantCulture));
        return await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file.FullName, cancellationToken)));
    }

    /// <summary>From the next command on; none for a server that does what it is asked to.</summary>
    public async Task BeAsync(params string[] moods)
    {
        await File.WriteAllLinesAsync(PathOf("moods.part"), moods);
        File.Move(PathOf("moods.part"), PathOf("moods"), overwrite: true);
    }

    /// <summary>Nobody listens on the port any more, until <see cref="ListenAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Listens again on the port it had.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken = default)
    {
        string[] user = _user is { } known ? [known.Name, known.Password] : [];
        _process = Process.Start(new ProcessStartInfo(Python, [PathOf("smtpserver.py"), _directory.FullName, Port.ToString(CultureInfo.InvariantCulture), _mode, .. user])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Port = int.TryParse(await _process.StandardOutput.ReadLineAsync(cancellationToken), CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new InvalidOperationException("The SMTP server did not start; what it said is above.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _directory.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_directory.FullName, file);

    private async Task WriteCertificateAsync(CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        await File.WriteAllTextAsync(PathOf("cert.pem"), certificate.ExportCertificatePem(), cancellationToken);
        await File.WriteAllTextAsync(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem(), cancellationToken);
    }

    private static async Task<string> ProgramAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(SmtpServer).Assembly.GetManifestResourceStream("smtpserver.py")!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
