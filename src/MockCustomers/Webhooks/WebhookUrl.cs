namespace MockCustomers.Webhooks;

/// <summary>The form of urls to which webhooks are sent; where they lead is for the outbox to judge.</summary>
internal static class WebhookUrl
{
    /// <summary>In characters.</summary>
    public const int Longest = 2000;

    /// <summary>What would be right.</summary>
    public const string Wanted = "a url of http or https with a host, such as http://127.0.0.1:9000/hook";

    /// <summary>Reads a url.</summary>
    /// <param name="problem">Why it is none that can be called; null when it is one.</param>
    public static Uri? Read(string text, out string? problem)
    {
        problem = null;
        if (text.Length > Longest) problem = $"the url has {text.Length} characters; at most {Longest} are taken";
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0) problem = "it is no url with a host";
        else if (url.Scheme is not ("http" or "https")) problem = $"the scheme '{url.Scheme}' is not called";
        else if (url.UserInfo.Length > 0) problem = "a url with a user's name or password is not called";
        else if (url.Fragment.Length > 0) problem = "a url with a fragment (#) is not called";
        else return url;
        return null;
    }
}
