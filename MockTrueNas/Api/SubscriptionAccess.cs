using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Api;

/// <summary>Who may hear which events.</summary>
internal static class SubscriptionAccess
{
    /// <summary>Jobs are for every session; the keys of 22.12 to 24.10 have a list for this, too.</summary>
    public static bool Allows(string name, Session session, Product product) =>
        session.Login is { } login
        && (product.HasUserKeys
            ? name == "core.get_jobs" || login.IsFullAdmin || login.Roles.Contains(Boxes.BoxKeys.ReadOnlyAdmin)
            : product.IsCore || login.Key is not { } key || Authorization.IsAllowed(key, "SUBSCRIBE", name.Split(':')[0]));
}
