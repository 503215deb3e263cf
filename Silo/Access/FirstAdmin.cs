using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Users;
using Burnin.Silo.Configuration;
using Burnin.WebFront.Access;
using Microsoft.Extensions.Options;

namespace Burnin.Silo.Access;

/// <summary>
/// While nobody can sign in, the start either makes the admin whom the environment names, or shows a code in the log: whoever
/// can read that may make one.
/// </summary>
internal sealed partial class FirstAdmin(IGrainFactory grains, IOptions<AccessOptions> access, ILogger<FirstAdmin> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (access.Value is { AdminUsername: { Length: > 0 } name, AdminPassword: var password })
        {
            var wish = new NewUser { Name = name, Password = password, Role = "admin" };
            switch (await grains.Users().EnsureAdminAsync(wish))
            {
                case ChangeUserResult.Done:
                    LogMade(logger, name);
                    break;
                case ChangeUserResult.Invalid invalid:
                    throw new ConfigurationException($"BURNIN_ADMIN_{(invalid.Field == "name" ? "USERNAME" : "PASSWORD")} cannot be used: {invalid.Reason}");
            }
        }
        else if (await grains.Users().OfferSetUpAsync() is { } code)
        {
            LogCode(logger, code);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The first admin is {Name}, as the environment says.")]
    private static partial void LogMade(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in yet. Open /set-up and make the first admin with the code {Code}")]
    private static partial void LogCode(ILogger logger, string code);
}
