using Ardalis.Specification;
using RandomInspection.Directories;

namespace RandomInspection.Ardalis;

/// <summary>Criteria of a directory, as a repository that speaks <c>Ardalis.Specification</c> takes them: the subjects that match, in the order of codes.</summary>
/// <remarks>As <see cref="DirectoryCriteria.Match(Subject)"/>: the status is another matter. Source: 沈政办发〔2020〕19号 三(三).</remarks>
public sealed class SubjectSpecification : global::Ardalis.Specification.Specification<Subject>
{
    /// <summary>Criteria of this library in their words.</summary>
    /// <param name="criteria">The criteria.</param>
    public SubjectSpecification(DirectoryCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        List<string> regions = [.. criteria.Regions], trades = [.. criteria.Trades], classes = [.. criteria.CreditClasses];
        Query
            .Where(subject => regions.Contains(subject.Region), regions.Count > 0)
            .Where(subject => trades.Contains(subject.Trade), trades.Count > 0)
            .Where(subject => classes.Contains(subject.CreditClass), classes.Count > 0)
            .OrderBy(subject => subject.Code);
    }
}
