using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the order of their ids.</param>
/// <param name="Next">What <c>after</c> is for the next page; <see langword="null"/> on the last. The header Link says the same as an address.</param>
internal sealed record ApiPage<T>(ImmutableArray<T> Items, string? Next);

/// <summary>Reads pages.</summary>
internal static class ApiPage
{
    public const int UsualLimit = 50;
    public const int MostLimit = 200;

    /// <summary>A page of rows in the order of their keys: what is inserted meanwhile neither repeats nor hides a row.</summary>
    public static async Task<ApiPage<T>> OfAsync<TView, T>(
        ApiCall call, Specification<TView> rows, string? after, int? limit, Func<TView, T> shown)
        where TView : class, IView
    {
        int take = LimitOf(limit);
        Specification<TView> page = rows with
        {
            Criteria = After(rows.Criteria, CursorOf(after)),
            Order = row => row.Key,
            Descending = false,
            Take = take + 1,
        };
        ImmutableArray<TView> found = await call.Views.QueryAsync(page, call.Cancellation);
        return Link(call, [.. found.Take(take).Select(shown)], found.Length > take ? CursorTo(found[take - 1].Key) : null);
    }

    /// <summary>A page with the header that leads on.</summary>
    public static ApiPage<T> Link<T>(ApiCall call, ImmutableArray<T> items, string? next)
    {
        if (next is not null)
        {
            QueryBuilder query = new(call.Http.Request.Query.Where(one => one.Key != "after").SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value ?? "")))
            {
                { "after", next },
            };
            call.Http.Response.Headers.Link = $"<{call.Http.Request.Path.ToUriComponent()}{query.ToQueryString()}>; rel=\"next\"";
        }

        return new ApiPage<T>(items, next);
    }

    public static int LimitOf(int? limit) => limit switch
    {
        null => UsualLimit,
        >= 1 and <= MostLimit => limit.Value,
        _ => throw ApiRefusals.MalformedCursor.Refuse(("name", "limit"), ("value", limit)),
    };

    public static string CursorTo(string key) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key));

    public static string CursorOf(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return "";
        }

        try
        {
            return after.Length <= 400 && after.All(char.IsAscii) ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WebEncoders.Base64UrlDecode(after)) is { Length: > 0 } key && !key.Contains('\0')
                ? key : throw new FormatException() : throw new FormatException();
        }
        catch (ArgumentException) // bytes that are no text
        {
            throw ApiRefusals.MalformedCursor.Refuse(("name", "after"), ("value", RandomInspection.Directories.ShownText.Of(after)));
        }
        catch (FormatException)
        {
            throw ApiRefusals.MalformedCursor.Refuse(("name", "after"), ("value", RandomInspection.Directories.ShownText.Of(after)));
        }
    }

    // As the databases compare: by bytes.
    private static Expression<Func<TView, bool>> After<TView>(Expression<Func<TView, bool>> criteria, string key)
        where TView : class, IView
    {
        if (key.Length == 0)
        {
            return criteria;
        }

        ParameterExpression row = criteria.Parameters[0];
        Expression<Func<string>> last = () => key; // a parameter of the query, not a part of its text
        Expression compared = Expression.Call(typeof(string), nameof(string.Compare), null, Expression.Property(row, nameof(IView.Key)), last.Body);
        return Expression.Lambda<Func<TView, bool>>(Expression.AndAlso(criteria.Body, Expression.GreaterThan(compared, Expression.Constant(0))), row);
    }
}
