namespace MockCustomers.Cli.Exchanges;

/// <summary>The forms that export writes.</summary>
internal enum ExchangeForm
{
    /// <summary>An ES module of handlers for Mock Service Worker.</summary>
    Msw,

    /// <summary>A database for json-server: the customers under one name.</summary>
    Json,

    /// <summary>An HTTP archive, version 1.2.</summary>
    Har,

    /// <summary>A Postman collection, version 2.1.</summary>
    Postman,

    /// <summary>Requests for editors: VS Code's REST Client, Rider, httpyac.</summary>
    Http,
}
