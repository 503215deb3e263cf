using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Api;

/// <summary>Whether a session may call a method.</summary>
internal static class Authorization
{
    public static bool May(Session session, ApiMethod method, Product product, string verb, string resource)
    {
        if (session.Login is not { } login)
        {
            return method.NeedsNoLogin;
        }

        return product.IsCore
            || (product.HasUserKeys ? HasRole(login, method) : login.Key is not { } key || IsAllowed(key, verb, resource));
    }

    /// <summary>With the jokers that the product takes: <c>*</c> for any resource.</summary>
    public static bool IsAllowed(ApiKey key, string verb, string resource) =>
        key.Allowed.Any(allowed => (allowed.Method == "*" || string.Equals(allowed.Method, verb, StringComparison.OrdinalIgnoreCase))
            && (allowed.Resource == "*" || allowed.Resource == resource));

    private static bool HasRole(Login login, ApiMethod method) =>
        method.NeedsNoLogin || method.NeedsNoRole || login.IsFullAdmin
        || (method.Role is { } role && (login.Roles.Contains(role) || login.Roles.Contains(BoxKeys.ReadOnlyAdmin)));
}
