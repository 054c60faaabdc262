using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Inspections;

/// <summary>检查评价：an inspected party rates a visit by 1 to 5, without a name and once.</summary>
/// <param name="Integrity">廉洁：whether nothing improper was asked for.</param>
/// <param name="Conduct">规范：whether certificates were shown and only what the notice names was inspected.</param>
/// <param name="Efficiency">效率：whether it took no more time than needed.</param>
/// <param name="Text">What else there is to say, at most 500 characters; empty for nothing.</param>
public sealed record Feedback(int Integrity, int Conduct, int Efficiency, string Text)
{
    /// <summary>The worst.</summary>
    public const int Least = 1;

    /// <summary>The best.</summary>
    public const int Most = 5;

    /// <summary>The name under which a visit's rating is kept, the same each time, so that there is one; it tells nothing to whoever does not have the code.</summary>
    /// <param name="visit">The visit's id.</param>
    /// <param name="code">The visit's code.</param>
    /// <returns>SHA-256 over <c>random-inspection-feedback/1</c>, visit and code, each but the last with a line feed, in hex.</returns>
    public static string TokenOf(string visit, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"random-inspection-feedback/1\n{visit}\n{code}")));

    /// <summary>The event of it.</summary>
    /// <param name="departmentId">The department that inspected.</param>
    /// <exception cref="InputRefusedException">A rating is not 1 to 5 (RI9081), or the text is too long (RI9082).</exception>
    public FeedbackEvent.Given For(string departmentId)
    {
        foreach (int rating in (int[])[Integrity, Conduct, Efficiency])
        {
            if (rating is < Least or > Most)
            {
                throw FeedbackRefusals.NoRating.Refuse(("rating", rating));
            }
        }

        string text = Text.Trim();
        return text.Length > InspectionTexts.MaxLength
            ? throw FeedbackRefusals.TooLong.Refuse(("length", text.Length), ("most", InspectionTexts.MaxLength))
            : new FeedbackEvent.Given(departmentId, Integrity, Conduct, Efficiency, text.Length == 0 ? null : text);
    }
}
