namespace Burnin.WebFront.Settings;

internal sealed record TestStepAnswer(string Name, string Detail, bool Done);
