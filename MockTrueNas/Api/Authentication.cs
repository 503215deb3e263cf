using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Api;

/// <summary>Looks at credentials, whichever door they came through.</summary>
internal static class Authentication
{
    /// <summary>Every user's, for those who log in by name.</summary>
    public const string Password = "mock-password";

    /// <summary>How long the product lets a wrong login wait.</summary>
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(1);

    /// <summary>Over a socket. From 25.04 on a right key that came in the clear dies of it.</summary>
    public static async ValueTask<LoginOutcome> LogInByKeyAsync(Box box, Session session, string text, string? user = null)
    {
        Watch(box, session);
        var (key, outcome) = Check(box, text);

        if (user is not null && key is not null && key.User != user)
        {
            (key, outcome) = (null, LoginOutcome.Wrong);
        }

        if (outcome is LoginOutcome.Success && box.Product.HasUserKeys && !session.IsSecure)
        {
            Revoke(box, key!.Id);
            outcome = LoginOutcome.Expired;
        }

        if (outcome is LoginOutcome.Success)
        {
            session.Login = new Login(key!.User, key.Roles, key);
            return outcome;
        }

        session.HasFailedLogin = true;
        box.Violations.Refused(text);
        await Task.Delay(FailureDelay, box.Clock);

        return outcome;
    }

    /// <summary>For one request of REST, where nothing is revoked and nothing waits.</summary>
    public static ApiKey? KeyOf(Box box, Session session, string text)
    {
        Watch(box, session);
        var (key, outcome) = Check(box, text);

        if (outcome is LoginOutcome.Success)
        {
            return key;
        }

        box.Violations.Refused(text);

        return null;
    }

    public static async ValueTask<bool> LogInByPasswordAsync(Box box, Session session, string? user, string? password)
    {
        if (LoginOf(box, user, password) is { } login)
        {
            session.Login = login;
            return true;
        }

        await Task.Delay(FailureDelay, box.Clock);

        return false;
    }

    /// <summary>CORE knows root alone.</summary>
    public static Login? LoginOf(Box box, string? user, string? password) =>
        password != Password ? null
        : user == "root" ? new Login("root", [BoxKeys.FullAdmin], null)
        : !box.Product.IsCore && box.Look().State.Keys.FirstOrDefault(key => key.User == user) is { } known ? new Login(known.User, known.Roles, null)
        : null;

    private static (ApiKey? Key, LoginOutcome Outcome) Check(Box box, string text)
    {
        var moment = box.Look();

        return moment.State.Keys.FirstOrDefault(key => key.Text == text) switch
        {
            { RevokedReason: not null } => (null, LoginOutcome.Wrong),
            { ExpiresAt: { } at } when at <= moment.Now => (null, box.Product.HasUserKeys ? LoginOutcome.Expired : LoginOutcome.Wrong),
            { } key => (key, LoginOutcome.Success),
            null => (null, LoginOutcome.Wrong),
        };
    }

    private static void Revoke(Box box, int id) => box.Change(moment => moment.State with
    {
        Keys = [.. moment.State.Keys.Select(key => key.Id == id ? key with { RevokedReason = "Attempt to use over an insecure transport" } : key)],
    });

    private static void Watch(Box box, Session session)
    {
        if (!session.IsEncrypted && !box.Options.TrustsLoopback)
        {
            box.Violations.Add(ViolationKind.KeyInTheClear, $"a key came over {session.Transport} without TLS");
        }
    }
}
