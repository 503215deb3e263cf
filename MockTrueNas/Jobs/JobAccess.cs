using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Jobs;

/// <summary>
/// Who sees a job. From 24.04 on a user without all powers sees its own; what the NAS started by itself, such as the watcher of
/// a self-test, is nobody's. A key from before 25.04 is no user, and sees all.
/// </summary>
internal static class JobAccess
{
    public static bool Allows(Job job, Session session, Product product)
    {
        if (product.Release < Release.Scale2404 || session.Login is not { } login || login.IsFullAdmin)
        {
            return true;
        }

        return login.Key is not null && !product.HasUserKeys ? true : job.Owner == login.User;
    }
}
