using Burnin.Grains;
using Burnin.Grains.Settings;
using Burnin.History;
using Burnin.Messages;
using Burnin.Nas;
using Burnin.Silo;
using Burnin.Silo.Access;
using Burnin.Silo.Configuration;
using Burnin.Silo.Demo;
using Burnin.Silo.Resume;
using Burnin.Silo.Storage;
using Burnin.WebFront;

if (await Verbs.RunAsync(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,

    // The settings and the pages lie beside the program, wherever it is called from.
    ContentRootPath = AppContext.BaseDirectory,
});
var profile = builder.AddBurninConfiguration(args);

builder.WebHost.UseStaticWebAssets();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHistory(history => history.DataDirectory = profile.DataDirectory);
builder.Services.AddSecretSeal(profile.DataDirectory);
builder.Services.AddNas();
builder.Services.AddMessages();
builder.Services.AddBurnIn();
builder.Services.AddWebFront(needsSignIn: !profile.IsDemo);
builder.Host.UseOrleans(silo => silo.UseBurnin());
builder.Services.AddStoredSettings(builder.Configuration);
builder.Services.AddResume();
builder.Services.AddFirstAdmin(profile);
builder.Services.AddDemo(profile);

var app = builder.Build();
app.Services.GetRequiredService<BurninDatabase>().EnsureCreated();
app.UseWebFront();
app.MapWebFront();

await app.RunAsync();
return 0;
