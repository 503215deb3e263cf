using Burnin.MockTrueNas;

var builder = WebApplication.CreateSlimBuilder(args);
var options = StandaloneSettings.Read(builder.Configuration);

if (StandaloneSettings.ListenUrl(builder.Configuration, options) is { } url)
{
    builder.WebHost.UseUrls(url);
}

// A client polls: each of its requests at Information would bury the one line that says where the NAS listens.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddMockNas(options, TimeProvider.System);

var app = builder.Build();
app.MapMockNas(options.Profile);
await app.RunAsync();
