using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Ardalis;

/// <summary>Our queries in the words of <c>Ardalis.Specification</c>.</summary>
public static class ArdalisBridge
{
    /// <summary>A named query over a view: <c>repository.ListAsync(new OpenObligations().ToArdalis())</c>.</summary>
    /// <typeparam name="T">The view.</typeparam>
    /// <param name="query">The query.</param>
    public static ViewSpecification<T> ToArdalis<T>(this ISpecification<T> query)
        where T : class, IView => new(query);

    /// <summary>The subjects that criteria name, in the order of codes.</summary>
    /// <param name="criteria">The criteria.</param>
    public static SubjectSpecification ToArdalis(this DirectoryCriteria criteria) => new(criteria);
}
