namespace Burnin.MockTrueNas.Api;

/// <summary>What a connection wants to hear.</summary>
internal interface ISubscriptions
{
    /// <summary>Returns the id of the subscription.</summary>
    string Add(string name);

    void Remove(string id);
}
