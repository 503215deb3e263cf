using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.logout</c>.</summary>
internal static class Logout
{
    public static ApiMethod Method { get; } = new("auth.logout", Run) { NeedsNoRole = true, IsNotInRest = true };

    private static ApiAnswer Run(ApiCall call)
    {
        call.Session.Login = null;

        return true;
    }
}
