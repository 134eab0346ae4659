using System.Net;

namespace MockCustomers.Testing.InMemory;

/// <summary>Follows redirects as .NET's own connections do by default.</summary>
internal static class Redirect
{
    /// <summary>More in a row are not followed.</summary>
    public const int Most = 50;

    /// <summary>Makes of a request the one that a redirect asks for.</summary>
    /// <returns>Whether the reply is a redirect.</returns>
    public static bool Follow(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return false;
        if (response.Headers.Location is not { } location) return false;
        request.RequestUri = new Uri(request.RequestUri!, location);
        var becomesGet = response.StatusCode is HttpStatusCode.SeeOther ? request.Method != HttpMethod.Head
            : response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect) && request.Method == HttpMethod.Post;
        if (becomesGet && request.Method != HttpMethod.Get)
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
        }

        request.Headers.Authorization = null;
        return true;
    }
}
