using System.Text.Json.Serialization;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Users;

internal sealed record SignInRequest : INamesOperator
{
    public string? Username { get; init; }

    public string? Password { get; init; }

    /// <summary>Who tries is who he says he is, until it is proved.</summary>
    [JsonIgnore]
    public string? Operator => Username;
}
