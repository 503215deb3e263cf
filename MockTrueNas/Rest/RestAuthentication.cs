using System.Text;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Rest;

/// <summary>Who a request of REST is from, by its header.</summary>
internal static class RestAuthentication
{
    /// <summary>Returns what 401 says, or null where the session is logged in, or has shown nothing.</summary>
    public static string? TryLogIn(HttpRequest request, Box box, Session session)
    {
        var header = request.Headers.Authorization.ToString();

        if (header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            if (Authentication.KeyOf(box, session, header["Bearer ".Length..]) is not { } key)
            {
                return box.Product.Release >= Release.Scale2410 ? "Invalid API key" : Plain(box.Product);
            }

            session.Login = new Login(key.User, key.Roles, key);
            return null;
        }

        if (header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            return Basic(header["Basic ".Length..], box, session);
        }

        return header.Length > 0 || request.Query.ContainsKey("auth_token") ? Plain(box.Product) : null;
    }

    /// <summary>What the web framework of the product says when nobody says anything else.</summary>
    public static string Plain(Product product) => product.IsCore ? "" : "401: Unauthorized";

    private static string? Basic(string encoded, Box box, Session session)
    {
        if (box.Look().State.Faults.SecondFactor && box.Product.Release > Release.Core120)
        {
            return "HTTP Basic Auth is unavailable when OTP is enabled";
        }

        var bytes = new byte[encoded.Length];
        var parts = Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) : [];

        if (parts.Length == 2 && Authentication.LoginOf(box, parts[0], parts[1]) is { } login)
        {
            session.Login = login;
            return null;
        }

        return box.Product.Release >= Release.Scale2410 ? "Bad username or password" : Plain(box.Product);
    }
}
