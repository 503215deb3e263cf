using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Rest;

/// <summary>A path of REST, and which method a verb on it calls.</summary>
/// <param name="Verb">GET, POST, PUT, DELETE.</param>
/// <param name="Path">Below <c>/api/v2.0</c>; <c>{id_}</c> stands for the id.</param>
/// <param name="Method">What is called.</param>
/// <param name="IsOne">GET of one row by its id.</param>
internal sealed record RestRoute(string Verb, string Path, ApiMethod Method, bool IsOne = false);
