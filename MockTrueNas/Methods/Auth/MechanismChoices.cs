using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.mechanism_choices</c>: from 25.04.2 to 25.10.2 it stumbles over those who are not logged in yet.</summary>
internal static class MechanismChoices
{
    public static ApiMethod Method { get; } = new("auth.mechanism_choices", Run) { NeedsNoLogin = true };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Product.Release is Release.TrueNas2504 && call.Session.Login is null)
        {
            return new ApiAnswer.Crashed("AttributeError", "'NoneType' object has no attribute 'may_create_auth_token'");
        }

        return new JsonArray("API_KEY_PLAIN", "TOKEN_PLAIN", "PASSWORD_PLAIN");
    }
}
