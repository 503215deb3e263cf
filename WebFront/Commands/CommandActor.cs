using Burnin.WebFront.Http;

namespace Burnin.WebFront.Commands;

internal static class CommandActor
{
    /// <summary>Who a command is from, as far as its body says.</summary>
    public static string Of(ICommandBody body) => string.IsNullOrWhiteSpace(body.Operator) ? CommandAuditFilter.Anonymous : body.Operator.Trim();
}
