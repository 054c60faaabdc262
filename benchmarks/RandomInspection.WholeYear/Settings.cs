using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.WholeYear;

/// <summary>How large the simulated year is, and what fate has in store.</summary>
/// <param name="Year">Which year; its calendar and the next one's are known.</param>
/// <param name="Subjects">The subjects.</param>
/// <param name="Officers">Officers of all departments.</param>
/// <param name="Tasks">Tasks of all departments, a tenth of them joint ones.</param>
/// <param name="TaskSize">Subjects drawn for a task.</param>
/// <param name="Seed">Where fate begins: which subjects go, who is reached, what is found. Draws have seeds of their own.</param>
internal sealed record Settings(int Year, ImmutableArray<Subject> Subjects, int Officers, int Tasks, int TaskSize, long Seed)
{
    /// <summary>Of a thousand visits, those that find nobody.</summary>
    public const int NotReachedPerMille = 70;

    /// <summary>Of a thousand visits, those that find a problem.</summary>
    public const int ProblemsPerMille = 50;

    /// <summary>Of a thousand visits that find nobody, those replaced after two attempts.</summary>
    public const int TwoAttemptsPerMille = 60;

    /// <summary>Of a thousand visits, those in which an officer asks for recusal.</summary>
    public const int RecusalsPerMille = 6;

    /// <summary>Of a thousand duties to publish, those that are forgotten until somebody sees red.</summary>
    public const int ForgottenPerMille = 4;

    /// <summary>Of a thousand penalties, those that lead to a proposal for the dishonesty list.</summary>
    public const int ListingsPerMille = 300;

    /// <summary>Of ten thousand active subjects, those that leave the register each month.</summary>
    public const int GoneEachMonth = 15;

    /// <summary>Of a thousand officers, those who fall ill for two weeks each month.</summary>
    public const int IllPerMille = 10;
}
