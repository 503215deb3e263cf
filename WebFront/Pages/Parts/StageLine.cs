using Microsoft.AspNetCore.Components;

namespace Burnin.WebFront.Pages.Parts;

/// <summary>One step of a timeline.</summary>
/// <param name="State">As a stage has it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Began">When it began; null where it has not.</param>
/// <param name="Text">How long it took and what came of it, in a line.</param>
/// <param name="More">Beneath the line: a meter, notes.</param>
public sealed record StageLine(string State, string Name, DateTimeOffset? Began, string Text, RenderFragment? More = null);
