/// The files of a starter site that hosts read. Documentation/Hosting.md explains them.
enum StarterHosting {
  /// All that the pages need, and no more.
  static let policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"

  static let ignored = """
    /public/
    .quaestio/
    .DS_Store
    """

  /// For Cloudflare Pages and Netlify.
  static let headers = """
    # Response headers for Cloudflare Pages and Netlify; other hosts take this for a file like any other.
    /*
      Content-Security-Policy: \(policy)
      Referrer-Policy: strict-origin-when-cross-origin
      X-Content-Type-Options: nosniff

    # These names change with what is in the files.
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    """

  static let nginx = """
    # nginx, to be included in the block `http`. Two names and a path are yours to change.

    # Files whose names change with what is in them are never asked for twice; all others are asked after.
    map $uri $quaestio_cache {
      default "no-cache";
      ~/assets/[^/]+$ "public, max-age=31536000, immutable";
      ~/search/[a-z]+-[0-9a-f]+\\.qix$ "public, max-age=31536000, immutable";
    }

    server {
      listen 80;
      server_name wiki.example.org;
      root /srv/wiki/public;
      error_page 404 /404.html;
      # What is sent on to a folder's address stays with the host and the scheme that were asked for.
      absolute_redirect off;

      charset utf-8;
      charset_types text/css text/markdown text/plain text/xml application/javascript application/json;
      default_type application/octet-stream;
      include mime.types;
      types {
        text/markdown md;
      }
      location = /feed.xml {
        types {}
        default_type application/atom+xml;
      }
      location = /feed.json {
        types {}
        default_type application/feed+json;
      }

      gzip on;
      gzip_vary on;
      gzip_types text/css text/markdown text/plain text/xml application/javascript application/json
        application/atom+xml application/feed+json application/wasm image/svg+xml;
      # The files that `precompress: true` makes come first. Brotli needs the module ngx_brotli.
      gzip_static on;
      # brotli_static on;

      # Kept here, because a `location` with an `add_header` of its own loses all of these.
      add_header Cache-Control $quaestio_cache always;
      add_header Content-Security-Policy "\(policy)" always;
      add_header Referrer-Policy strict-origin-when-cross-origin always;
      add_header X-Content-Type-Options nosniff always;
    }
    """

  /// Builds Quaestio once a commit of it, and publishes every push to the main branch.
  static let workflow = """
    # Publishes the wiki on GitHub Pages. In the repository's settings:
    # - Pages, Source: choose “GitHub Actions”;
    # - Secrets and variables, Actions, Variables: add QUAESTIO, the repository that holds Quaestio (owner/name).
    name: pages
    on:
      push:
        branches: [main]
      workflow_dispatch:
    permissions:
      contents: read
      id-token: write
      pages: write
    concurrency:
      group: pages
    jobs:
      publish:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - if: vars.QUAESTIO == ''
            run: |
              echo "::error::Add the variable QUAESTIO, the repository that holds Quaestio (owner/name)."
              exit 1
          - uses: actions/checkout@v4
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.QUAESTIO }}
              path: .quaestio/program
          # The container's user does not own the files, and git reads what it does not own only where it is told to.
          - id: version
            run: |
              git config --global --add safe.directory "$GITHUB_WORKSPACE/.quaestio/program"
              commit=$(git -C .quaestio/program rev-parse HEAD)
              echo "commit=$commit" >>"$GITHUB_OUTPUT"
          - id: program
            uses: actions/cache@v4
            with:
              path: .quaestio/bin
              key: quaestio-${{ steps.version.outputs.commit }}
          - if: steps.program.outputs.cache-hit != 'true'
            run: |
              apt-get update
              apt-get install --yes make
              make -C .quaestio/program dist
              mkdir -p .quaestio/bin
              cp .quaestio/program/dist/quaestio .quaestio/bin/
          - id: pages
            uses: actions/configure-pages@v5
          - run: .quaestio/bin/quaestio check --strict --format github
          - run: .quaestio/bin/quaestio build --strict --format github --base-url "${{ steps.pages.outputs.base_url }}/"
          - uses: actions/upload-pages-artifact@v3
            with:
              path: public
          - id: deployment
            uses: actions/deploy-pages@v4
    """
}
