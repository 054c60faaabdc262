using Ardalis.Specification;
using RandomInspection.Directories;

namespace RandomInspection.Ardalis;

/// <summary>Criteria of a directory, as a repository that speaks <c>Ardalis.Specification</c> takes them: the subjects that match, in the order of codes.</summary>
/// <remarks>As <see cref="DirectoryCriteria.Match"/>. Source: 沈政办发〔2020〕19号 三(三).</remarks>
public sealed class SubjectSpecification : global::Ardalis.Specification.Specification<Subject>
{
    /// <summary>Criteria of this library in their words.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <exception cref="ArgumentException">They ask for the last inspection, which a subject does not say; ask the directory itself.</exception>
    public SubjectSpecification(DirectoryCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (criteria.NotInspectedSince is not null)
        {
            throw new ArgumentException("A subject does not say when it was inspected: ask the directory itself.", nameof(criteria));
        }

        List<SubjectStatus> statuses = [.. criteria.Statuses ?? []];
        List<string> regions = [.. criteria.Regions], trades = [.. criteria.Trades], classes = [.. criteria.CreditClasses];
        Query
            .Where(subject => regions.Contains(subject.Region), regions.Count > 0)
            .Where(subject => trades.Contains(subject.Trade), trades.Count > 0)
            .Where(subject => classes.Contains(subject.CreditClass), classes.Count > 0)
            .Where(subject => statuses.Contains(subject.Status), criteria.Statuses is not null)
            .Where(subject => subject.Tags.HasAny(criteria.Tags!.Value), criteria.Tags is not null)
            .OrderBy(subject => subject.Code);
    }
}
