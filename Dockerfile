# The bot in a box: docker build -t straatbot . && docker run --env-file .env -v straatbot:/app/data straatbot
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements requirements
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/run.lock
COPY pyproject.toml README.md ./
COPY bot bot
COPY handlers handlers
COPY messages messages
COPY storage storage
RUN .venv/bin/pip install --no-deps --no-build-isolation -e . && .venv/bin/python -m compileall -q .

FROM python:3.11-slim
WORKDIR /app
RUN useradd --create-home straatbot && mkdir data && chown straatbot data
COPY --from=build /app /app
USER straatbot
ENV PATH=/app/.venv/bin:$PATH HOST=0.0.0.0 PYTHONUNBUFFERED=1
VOLUME /app/data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["straatbot", "run"]
