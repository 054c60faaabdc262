using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>What is still secret, and for whom.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(八): 突击检查，检查前不公示.</remarks>
public static class Embargoes
{
    /// <summary>The numbers that a reader must not meet: those of every open secret of which the reader has no part.</summary>
    /// <param name="views">The rows.</param>
    /// <param name="reader">Who reads; <see langword="null"/> for the public.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>Its own department, who approves, who witnesses and who supervises have part in it; nobody else, signed in or not.</remarks>
    public static async Task<ImmutableArray<string>> HiddenAsync(IViews views, Person? reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(views);
        return
        [
            .. (await views.QueryAllAsync(new OpenEmbargoes(), cancellation)).Where(embargo => !HasPart(reader, embargo)).Select(embargo => embargo.Number),
        ];
    }

    /// <summary>The stream of a secret in the sealed log.</summary>
    /// <param name="planId">The plan.</param>
    public static string Stream(string planId) => $"embargo/{planId}";

    /// <summary>The id of what follows from a task that is or was secret: the task's, so that it takes no number of the public.</summary>
    internal static string NumberOf(char kind, string taskId, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{taskId[1..]}-{number:00}");

    private static bool HasPart(Person? reader, EmbargoView embargo) =>
        reader is not null && !reader.Roles.Any(role => role is Role.InspectedParty)
        && (reader.DepartmentId == embargo.DepartmentId || reader.Roles.Any(role => role is Role.GovernmentApprover or Role.Witness or Role.Supervisor));
}
