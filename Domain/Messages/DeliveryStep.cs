namespace Burnin.Domain.Messages;

/// <param name="Name">What was done: <c>connect, sign in</c> ...</param>
/// <param name="Detail">What came of it.</param>
/// <param name="IsDone">False where it failed.</param>
public sealed record DeliveryStep(string Name, string Detail, bool IsDone);
