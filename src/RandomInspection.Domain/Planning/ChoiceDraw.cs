using System.Collections.Immutable;

namespace RandomInspection.Planning;

/// <summary>The draw over a task's choices of one kind: as far as it has come.</summary>
/// <param name="Choices">What is drawn from.</param>
/// <param name="Draw">The draw that they are frozen for; <see langword="null"/> if none is.</param>
/// <param name="Chosen">What was drawn, in the order drawn; empty before.</param>
/// <param name="Voided">The draws of these choices that were voided, in order.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record ChoiceDraw(TaskChoices Choices, string? Draw, ImmutableArray<TaskChoice> Chosen, ImmutableArray<string> Voided)
{
    /// <summary>Whether it was drawn: then it is bound to the task.</summary>
    public bool IsDrawn => !Chosen.IsEmpty;
}
