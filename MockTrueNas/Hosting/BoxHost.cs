using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Burnin.MockTrueNas.Boxes;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Burnin.MockTrueNas.Hosting;

/// <summary>One web server for any number of boxes, told apart by the listener through which a client came in.</summary>
internal sealed class BoxHost : IAsyncDisposable
{
    private const string BoxItem = "box";

    /// <summary>An answer that was told to be slow must not hold up the host's own shutdown.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly ImmutableArray<X509Certificate2> _certificates;

    private BoxHost(WebApplication app, ImmutableArray<X509Certificate2> certificates, ImmutableArray<BoxAddress> addresses)
    {
        _app = app;
        _certificates = certificates;
        Addresses = addresses;
    }

    /// <summary>In the order of the boxes.</summary>
    public ImmutableArray<BoxAddress> Addresses { get; }

    public static async Task<BoxHost> StartAsync(ImmutableArray<Box> boxes, IPAddress address, CancellationToken cancellationToken)
    {
        // Dated by the machine's clock, for that is what a client's TLS goes by.
        var certificates = boxes.Select(box => BoxCertificate.Make(box.Options.Name, TimeProvider.System.GetUtcNow())).ToImmutableArray();
        var listeners = new List<(ListenOptions Plain, ListenOptions Secure)>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            foreach (var (place, box) in boxes.Index())
            {
                listeners.Add((Listen(kestrel, box, box.Options.Port, null), Listen(kestrel, box, box.Options.SecurePort, certificates[place])));
            }
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        var app = builder.Build();
        app.Run(context => BoxEndpoint.InvokeAsync(context, BoxOf(context)));

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new BoxHost(app, certificates, [.. listeners.Select(pair => new BoxAddress(Url("http", pair.Plain), Url("https", pair.Secure)))]);

        ListenOptions Listen(KestrelServerOptions kestrel, Box box, int port, X509Certificate2? certificate)
        {
            ListenOptions? made = null;
            kestrel.Listen(address, port, options =>
            {
                options.Protocols = HttpProtocols.Http1;

                if (certificate is not null)
                {
                    options.UseHttps(certificate);
                }

                options.Use(next => connection =>
                {
                    connection.Items[BoxItem] = box;
                    return next(connection);
                });
                made = options;
            });

            return made!;
        }
    }

    /// <summary>SHA-256 of the certificate of a box, for a client that pins it.</summary>
    public string Fingerprint(int place) => _certificates[place].GetCertHashString(HashAlgorithmName.SHA256);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();

        foreach (var certificate in _certificates)
        {
            certificate.Dispose();
        }
    }

    private static Box BoxOf(HttpContext context) => (Box)context.Features.Get<IConnectionItemsFeature>()!.Items[BoxItem]!;

    private static Uri Url(string scheme, ListenOptions listener) => new($"{scheme}://{listener.IPEndPoint}");
}
