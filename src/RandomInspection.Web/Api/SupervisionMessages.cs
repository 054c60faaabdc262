using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Supervision;

namespace RandomInspection.Web.Api;

/// <summary>A share as it was counted.</summary>
internal sealed record RatioResource(long Numerator, long Denominator)
{
    public static RatioResource Of(Ratio ratio) => new(ratio.Numerator, ratio.Denominator);
}

/// <summary>Figures of supervision.</summary>
internal sealed record FiguresResource(
    string? DepartmentId, LocalDate From, LocalDate To,
    RatioResource TasksCompleted, RatioResource VisitsEnded, RatioResource AdHocTasks, RatioResource AdHocVisits, RatioResource DirectAssignments, RatioResource OfficersReplaced,
    RatioResource SubjectsReplaced, RatioResource Attempts, RatioResource DeadlinesMet, int Late, RatioResource DaysToPublish, RatioResource Problems, RatioResource NotReached,
    ImmutableArray<CoverageResource> Coverage)
{
    public static FiguresResource Of(SupervisionFigures figures) => new(
        figures.Scope.DepartmentId, figures.Scope.From, figures.Scope.To,
        RatioResource.Of(figures.TasksCompleted), RatioResource.Of(figures.VisitsEnded), RatioResource.Of(figures.AdHocTasks), RatioResource.Of(figures.AdHocVisits),
        RatioResource.Of(figures.DirectAssignments), RatioResource.Of(figures.OfficersReplaced), RatioResource.Of(figures.SubjectsReplaced), RatioResource.Of(figures.Attempts),
        RatioResource.Of(figures.DeadlinesMet), figures.Late, RatioResource.Of(figures.DaysToPublish), RatioResource.Of(figures.Problems), RatioResource.Of(figures.NotReached),
        [.. figures.Coverage.Select(one => new CoverageResource(one.CreditClass, RatioResource.Of(one.Visited), one.Target, one.IsMet))]);
}

/// <summary>How many subjects of a class were visited.</summary>
internal sealed record CoverageResource(string CreditClass, RatioResource Visited, long? Target, bool IsMet);

/// <summary>An alert.</summary>
internal sealed record AlertResource(AlertKind Kind, string? DepartmentId, string About, long Figure, long Limit, LocalDate? On)
{
    public static AlertResource Of(SupervisionAlert alert) => new(alert.Kind, alert.DepartmentId, alert.About, alert.Figure, alert.Limit, alert.On);
}

/// <summary>The compliance report, in the language asked for.</summary>
internal sealed record ComplianceResource(LocalDate Day, long LogSize, string LogRoot, bool IsHeld, ImmutableArray<ComplianceLineResource> Lines)
{
    public static ComplianceResource Of(ComplianceReport report, Language language) => new(
        report.Day, report.Head.Size, report.Head.Root, report.IsHeld,
        [
            .. report.Lines.Select(line => new ComplianceLineResource(
                line.Clause, line.Article, line.Title(language), line.Status, RatioResource.Of(line.Figure), [.. line.Checks.SelectMany(check => check.Failing)])),
        ]);
}

/// <summary>A clause of the notice.</summary>
internal sealed record ComplianceLineResource(string Clause, string Article, string Title, ComplianceStatus Status, RatioResource Figure, ImmutableArray<string> Failing);
