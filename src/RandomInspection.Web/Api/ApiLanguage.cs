using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RandomInspection.Web.Api;

/// <summary>The language of an answer: what Accept-Language prefers of Chinese and English; Chinese where it says neither.</summary>
internal static class ApiLanguage
{
    public static Language Of(HttpContext context)
    {
        (Language? best, double quality) = (null, 0);
        if (StringWithQualityHeaderValue.TryParseList(context.Request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? asked))
        {
            foreach (StringWithQualityHeaderValue one in asked)
            {
                Language? language = one.Value.Value?.Split('-')[0].ToUpperInvariant() switch { "ZH" => Language.Chinese, "EN" => Language.English, _ => null };
                if (language is not null && (one.Quality ?? 1) > quality)
                {
                    (best, quality) = (language, one.Quality ?? 1);
                }
            }
        }

        return best ?? Language.Chinese;
    }
}
