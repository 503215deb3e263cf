using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Original;

var builder = WebApplication.CreateSlimBuilder(args);

if (StandaloneFleet.Read(builder.Configuration) is { } fleet)
{
    var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
    host.Services.AddSingleton(fleet).AddSingleton<IConfiguration>(builder.Configuration).AddSingleton(TimeProvider.System).AddHostedService<StandaloneFleet>();
    await host.Build().RunAsync();
    return;
}

var options = StandaloneSettings.Read(builder.Configuration);

if (StandaloneSettings.ListenUrl(builder.Configuration, options) is { } url)
{
    builder.WebHost.UseUrls(url);
}

// A client polls: each of its requests at Information would bury the one line that says where the NAS listens.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddMockNas(options, TimeProvider.System);

var app = builder.Build();
app.MapMockNas();
await app.RunAsync();
