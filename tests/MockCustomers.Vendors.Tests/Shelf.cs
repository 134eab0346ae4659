using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>A made-up vendor whose spec uses what the shipped ones do not: one schema for request and reply, an open operation, parameters within segments.</summary>
internal static class Shelf
{
    public const string Name = "shelf";

    private const string Spec = """
        openapi: 3.0.3
        info: { title: Shelf, version: '1' }
        servers: [{ url: https://shelf.example/v1 }]
        security: [{ key: [] }]
        paths:
          /status:
            get: { operationId: getStatus, security: [], responses: { '200': { description: fine, content: { application/json: { schema: { type: object }, example: { ok: true } } } } } }
          /hours:
            get: { operationId: getHours, security: [{ key: [] }, {}], responses: { '200': { description: fine, content: { application/json: { schema: { type: object }, example: { open: 9 } } } } } }
            put: { operationId: setHours, responses: { '200': { description: fine, content: { application/json: { schema: { type: object }, example: { open: 9 } } } } } }
          /customers:
            get:
              operationId: listCustomers
              parameters: [{ name: id, in: query, schema: { type: string } }, { name: tag, in: query, schema: { type: string, maxLength: 2 } }]
              responses: { '200': { description: fine, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Customer' } } } } } }
            post:
              operationId: createCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
              responses: { '201': { description: fine, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } } }
          /customers/{id}.json:
            parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
            get: { operationId: getDocument, responses: { '200': { description: fine, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } } } }
          /customers/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
            get: { operationId: getCustomer, responses: { '200': { description: fine, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } } } }
            patch:
              operationId: updateCustomer
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
              responses: { '200': { description: fine, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } } }
          /files/{name}.{type}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string, maxLength: 3 } }, { name: type, in: path, required: true, schema: { type: string, enum: [csv, txt] } }]
            get: { operationId: getFile, responses: { '200': { description: fine, content: { application/json: { schema: { type: object }, example: { file: true } } } } } }
          /judge:
            post:
              operationId: judge
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Judged' } } } }
              responses: { '200': { description: fine, content: { application/json: { schema: { type: object }, example: { fine: true } } } } }
        components:
          securitySchemes: { key: { type: http, scheme: bearer } }
          schemas:
            Customer:
              type: object
              required: [id, name, secret, created_at]
              properties:
                id: { type: string, format: uuid, readOnly: true }
                name: { type: string, maxLength: 60 }
                secret: { type: string, writeOnly: true }
                created_at: { type: string, format: date-time, readOnly: true }
                home:
                  type: object
                  required: [key]
                  properties:
                    key: { type: string, format: uuid, readOnly: true }
                    city: { type: string }
                    door: { type: string, writeOnly: true }
            Judged:
              type: object
              minProperties: 1
              maxProperties: 2
              properties:
                short: { type: string, minLength: 2, maxLength: 3 }
                even: { type: number, multipleOf: 0.5 }
                set: { type: array, uniqueItems: true }
                one: { oneOf: [{ type: integer }, { type: number, maximum: 10 }] }
                any: { anyOf: [{ type: integer }, { type: number, maximum: 10 }] }
                not: { not: { type: string } }
                tree: { $ref: '#/components/schemas/Node' }
            Node:
              type: object
              additionalProperties: false
              properties: { name: { type: string }, child: { $ref: '#/components/schemas/Node' }, children: { type: array, items: { $ref: '#/components/schemas/Node' } } }
        """;

    private const string Manifest = """
        title: Shelf
        auth: { scheme: bearer, keys: [shelf_key_1] }
        errors:
          body: { error: "{message}" }
          faults:
            missingCredential: { status: 401, message: stranger }
            noSuchPath: { status: 404, message: no such path }
            methodNotAllowed: { status: 405, message: no such method }
            invalidParameter: { status: 400, message: "{violations}" }
            noSuchCustomer: { status: 404, message: nobody }
            unexpected: { status: 500, message: sorry }
        customer:
          operation: getCustomer
          id: { field: id, shape: uuid }
          countries: { US: 1 }
          kinds: { person: { share: 1, subject: person } }
          states: { active: { share: 1 } }
          fields: { name: name, created_at: createdAt, home.city: city }
        mappings:
          getStatus: { action: example }
          getHours: { action: example }
          setHours: { action: example }
          listCustomers: { action: list, paging: { style: newest, fixed: 10 }, filter: { equal: { id: id } } }
          createCustomer: { action: create }
          getDocument: { action: fetch }
          getCustomer: { action: fetch }
          updateCustomer: { action: update }
          getFile: { action: example }
          judge: { action: example }
        """;

    /// <summary>Serves it alone.</summary>
    public static async Task<Sandbox> StartAsync()
    {
        using var folder = new TemporaryFolder();
        Write(folder);
        return await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = folder.Path, Options = new SandboxOptions { Population = 50 } }));
    }

    /// <summary>Writes its files into a folder of vendors.</summary>
    /// <param name="name">The vendor's name.</param>
    public static void Write(TemporaryFolder specs, string name = Name)
    {
        specs.CopyOf(Path.Combine(Vendors.Shipped, "_countries"));
        specs.Write(Spec, name, "openapi.yaml");
        specs.Write(Manifest.Replace("title: Shelf", "title: Shelf\nspec: openapi.yaml", StringComparison.Ordinal), name, "vendor.yaml");
    }
}
